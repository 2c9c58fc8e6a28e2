import type { Metadata } from "next";
import { SeatPractice } from "@/features/practice/SeatPractice";
import { practiceWords } from "@/messages/en/practice";
import { answerPractice, askPractice, readPractice } from "./actions";

export const metadata: Metadata = { title: practiceWords.title, robots: "noindex" };

export default function SeatPracticePage() {
  return <SeatPractice read={readPractice} ask={askPractice} answer={answerPractice} />;
}
