import type { Metadata } from "next";
import { SeatPractice } from "@/features/practice/SeatPractice";
import { answerPractice, askPractice, readPractice } from "./actions";

export const metadata: Metadata = { title: "Practice", robots: "noindex" };

export default function SeatPracticePage() {
  return <SeatPractice read={readPractice} ask={askPractice} answer={answerPractice} />;
}
