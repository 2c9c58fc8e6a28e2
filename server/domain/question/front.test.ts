import { describe, expect, it } from "vitest";
import { headingOf, oneQuestion, orderAsQuestion } from "./front";

describe("Of a front with several questions one is asked", () => {
  it.each([
    ["What is a windmill? When do we use it?", "", "What is a windmill?"],
    ["What is a windmill? Which sails suit a storm?", "Short sails of linen", "Which sails suit a storm?"],
    ["What is a windmill? Why?", "Because of the wind", "What is a windmill?"],
    ["A miller has two stones. Which one turns?", "", "A miller has two stones. Which one turns?"],
    ["What is a windmill?", "", "What is a windmill?"],
    ["Why? And how?", "", undefined],
    ["What is a windmill? Is it old? ⭐️I", "", "What is a windmill?"],
    ["What is a windmill? ⭐️", "", "What is a windmill?"],
    ["What is a windmill, and how do you build one?", "", "What is a windmill?"],
    ["What is a windmill, why do we need it?", "", "What is a windmill?"],
    ["What is a windmill and how does it work?", "", "What is a windmill?"],
    ["What is a windmill and what are its parts?", "", "What is a windmill?"],
    ["What is a windmill and how does it work? Who built it?", "", "What is a windmill?"],
    ["What is a windmill? what do you use it for?", "", "What is a windmill?"],
    ["Where, if at all, does it turn?", "", "Where, if at all, does it turn?"],
  ])("%s (%s)", (front, answer, asked) => {
    expect(oneQuestion(front, answer)).toBe(asked);
  });
});

describe("The heading of a question or an order", () => {
  it.each([
    ["How do we choose the sails of a windmill?", "Choosing the sails of a windmill"],
    ["How to set up a mill?", "Setting up a mill"],
    ["When do you need to oil the axle?", "Oiling the axle"],
    ["Can we use linen for sails?", "Using linen for sails"],
    ["What methods for grinding grain do you know?", "Methods for grinding grain"],
    ["Compare the three main designs of mills: post, tower, and smock.", "Designs of mills"],
    ["How do I make and sell sails?", "Making and selling sails"],
    ["How can I measure two sails and find the difference?", undefined],
    ["How do I find out which sail fits my mill?", undefined],
    ["Explain how a mill works.", undefined],
    ["Can you explain how a mill works?", undefined],
    ["How is grain ground?", undefined],
    ["Which mill is the oldest?", undefined],
  ])("%s", (front, heading) => {
    expect(headingOf(front)).toBe(heading);
  });
});

describe("An order is asked as a question", () => {
  it.each([
    ["Explain how a mill works.", "Which of these explains how a mill works?"],
    ["Dutch: Describe the smock mill.", "Dutch: which of these describes the smock mill?"],
    ["Give an example of a mill", "Which of these is an example of a mill?"],
    ["Build a mill.", "Build a mill."],
    ["Grain milling", "Which of these describes Grain milling?"],
    ["And how does a mill work?", "How does a mill work?"],
    ["So what is a mill?", "What is a mill?"],
    ["Grain milling?", "Which of these describes Grain milling?"],
    ["What is smock mills?", "Which of these describes smock mills?"],
    ["What is the mill sails?", "Which of these describes the mill sails?"],
    ["What is a class?", "What is a class?"],
    ["What is disadvantages of sails?", "What are the disadvantages of sails?"],
    ["What is a mill, and give examples.", "What is a mill?"],
    ["What is a smock mills?", "Which of these describes smock mills?"],
    ["What is glass?", "What is glass?"],
    ["What is analysis?", "What is analysis?"],
    ["Why sails?", "Why sails?"],
    ["What is a mill?", "What is a mill?"],
  ])("%s", (front, asked) => {
    expect(orderAsQuestion(front)).toBe(asked);
  });
});
