import type { Random } from "../random";

// Kind, short, known to a twelve-year-old; no pair of them can hurt or stand for somebody in the class.
const MANNERS =
  "Able Amber Azure Bold Brave Bright Brisk Calm Clever Cosy Crisp Curious Daring Deft Eager Early Fair Fleet Fresh Gentle Glad Golden Happy Hardy Honest Jolly Keen Kind Lively Loyal Lucky Lunar Merry Mild Neat Nimble Noble Patient Polar Proud Quick Quiet Ready Royal Rapid Sandy Silver Sky Smart Snowy Solar Steady Stout Sunny Swift Tidy Velvet Warm Wise Witty".split(
    " ",
  );
const CREATURES =
  "Badger Beaver Bison Bobcat Camel Cobra Condor Crane Cricket Deer Dolphin Dove Eagle Falcon Ferret Finch Fox Gecko Gibbon Hare Heron Hornet Ibex Iguana Jackal Jaguar Kestrel Kiwi Koala Lark Lemur Lion Llama Lynx Marten Mole Moose Newt Ocelot Osprey Otter Owl Panda Panther Pelican Penguin Plover Puffin Puma Quail Raven Robin Salmon Seal Stork Swan Tapir Tiger Toucan Walrus".split(
    " ",
  );

/** A name for a player, such as "Brave Otter": 3,600 of them, all within a nickname's length. */
export function drawName(random: Random): string {
  const one = (words: string[]) => words[Math.floor(random() * words.length)] ?? "";
  return `${one(MANNERS)} ${one(CREATURES)}`;
}
