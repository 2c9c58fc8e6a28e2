import { describe, expect, it } from "vitest";
import { addsToAnother, isPersonal, isRemark, needsContext, pointsBack, refersToUnseen } from "./alone";

describe("A sentence that stands alone", () => {
  it.each([
    ["This turns the stone.", true],
    ["For larger mills, this can be an improvement.", true],
    ["After the end of the flood, it turned again.", true],
    ["On the other hand, sails tear.", true],
    ["First, the miller waits.", true],
    ["First millers were monks.", false],
    ["In winter, the miller rests.", false],
    ["The mill turns.", false],
  ])("%s points back: %s", (sentence, back) => {
    expect(pointsBack(sentence)).toBe(back);
  });

  it.each([
    ["If they tear, buy new sails.", true],
    ["Usually it is the axle that breaks.", true],
    ["Millers oil such an axle twice a year.", true],
    ["Can cause a fire in the mill.", true],
    ["The flour is then put into sacks.", true],
    ["The ones of linen last longer.", true],
    ["Their sails are made of linen.", true],
    ["If one of them tears, the miller mends it.", true],
    ["The second one turns in the other direction.", true],
    ["The aim of both methods is to dry the corn.", true],
    ["The aim of both methods, sun and fire, is to dry the corn.", false],
    ["If the sails tear, the miller mends them.", false],
    ["Sails are made of linen.", false],
  ])("%s needs another one: %s", (sentence, needs) => {
    expect(needsContext(sentence)).toBe(needs);
  });

  it.each([
    ["If no wind blows, go back to step 2.", true],
    ["same as above, but with two stones", true],
    ["In our example the miller is away.", true],
    ["The mill shown above is of brick.", true],
    ["The following code grinds the grain.", true],
    ["Many mills have sails: an incomplete list follows.", true],
    ["Below are a few mills of the valley.", true],
    ["The following winter was cold.", false],
    ["The mill has 4 sails and a step of stone.", false],
  ])("%s refers to what is not shown: %s", (text, unseen) => {
    expect(refersToUnseen(text)).toBe(unseen);
  });

  it.each([
    ["Or you can buy flour.", true],
    ["If not, wait for the wind.", true],
    ["You might also like rye.", true],
    ["To do this, the miller waits.", true],
    ["You can buy flour.", false],
    ["Oranges also need sun.", false],
  ])("%s adds to another one: %s", (text, adds) => {
    expect(addsToAnother(text)).toBe(adds);
  });

  it.each([
    ["I tend to use linen for small sails.", true],
    ["In winter, I'd rather rest.", true],
    ["My favourite sail is the jib.", true],
    ["Type I mills have one stone.", false],
    ["I gatti dormono.", false],
  ])("%s is one person's opinion: %s", (sentence, personal) => {
    expect(isPersonal(sentence)).toBe(personal);
  });

  it.each([
    ["This is a difficult question to answer.", true],
    ["It depends on the wind.", true],
    ["This question will not help the miller.", true],
    ["There is more than one way to grind grain.", true],
    ["Visit the millers' guild for more information on stones.", true],
    ["(Written by the miller of the next village.)", true],
    ["The answer is a bit complicated.", true],
    ["There are two kinds of mills: post mills and tower mills.", false],
    ["The answer is the wind.", false],
  ])("%s is a remark: %s", (sentence, remark) => {
    expect(isRemark(sentence)).toBe(remark);
  });
});
