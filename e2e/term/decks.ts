/** A deck as a teacher would paste it, with what this class is known to get wrong about it. */
export type TermDeck = {
  title: string;
  cards: readonly (readonly [front: string, back: string])[];
  /** Fronts at which those who do not know the card mostly give one and the same wrong answer. */
  misread: readonly string[];
  /** A front at which the best students give a wrong answer together. */
  disputed: string;
};

export const TERM_DECKS: readonly TermDeck[] = [
  {
    title: "Capitals of Europe",
    cards: [
      ["What is the capital of France?", "Paris"],
      ["What is the capital of Spain?", "Madrid"],
      ["What is the capital of Italy?", "Rome"],
      ["What is the capital of Austria?", "Vienna"],
      ["What is the capital of Greece?", "Athens"],
      ["What is the capital of Portugal?", "Lisbon"],
      ["What is the capital of Poland?", "Warsaw"],
      ["What is the capital of Hungary?", "Budapest"],
      ["What is the capital of Norway?", "Oslo"],
      ["What is the capital of Latvia?", "Riga"],
    ],
    misread: ["What is the capital of Hungary?", "What is the capital of Latvia?"],
    disputed: "What is the capital of Poland?",
  },
  {
    title: "Signs of the elements",
    cards: [
      ["Which element has the sign Fe?", "iron"],
      ["Which element has the sign Au?", "gold"],
      ["Which element has the sign Ag?", "silver"],
      ["Which element has the sign Pb?", "lead"],
      ["Which element has the sign Na?", "sodium"],
      ["Which element has the sign K?", "potassium"],
      ["Which element has the sign Hg?", "mercury"],
      ["Which element has the sign Sn?", "tin"],
      ["Which element has the sign Cu?", "copper"],
      ["Which element has the sign W?", "tungsten"],
    ],
    misread: ["Which element has the sign Na?", "Which element has the sign K?"],
    disputed: "Which element has the sign Sn?",
  },
  {
    title: "Wörter für die Küche",
    cards: [
      ["Was heißt „knife“ auf Deutsch?", "das Messer"],
      ["Was heißt „fork“ auf Deutsch?", "die Gabel"],
      ["Was heißt „spoon“ auf Deutsch?", "der Löffel"],
      ["Was heißt „plate“ auf Deutsch?", "der Teller"],
      ["Was heißt „cup“ auf Deutsch?", "die Tasse"],
      ["Was heißt „oven“ auf Deutsch?", "der Ofen"],
      ["Was heißt „pan“ auf Deutsch?", "die Pfanne"],
      ["Was heißt „fridge“ auf Deutsch?", "der Kühlschrank"],
      ["Was heißt „bowl“ auf Deutsch?", "die Schüssel"],
      ["Was heißt „lid“ auf Deutsch?", "der Deckel"],
    ],
    misread: ["Was heißt „pan“ auf Deutsch?", "Was heißt „lid“ auf Deutsch?"],
    disputed: "Was heißt „cup“ auf Deutsch?",
  },
  {
    title: "Kings and their years",
    cards: [
      ["In which year did William I become king of England?", "1066"],
      ["In which year did Henry VIII become king of England?", "1509"],
      ["In which year did Elizabeth I become queen of England?", "1558"],
      ["In which year did James I become king of England?", "1603"],
      ["In which year did Charles I become king of England?", "1625"],
      ["In which year did Charles II become king of England?", "1660"],
      ["In which year did Anne become queen of England?", "1702"],
      ["In which year did George III become king?", "1760"],
      ["In which year did Victoria become queen?", "1837"],
      ["In which year did Richard III become king of England?", "1483"],
    ],
    misread: [
      "In which year did James I become king of England?",
      "In which year did Anne become queen of England?",
    ],
    disputed: "In which year did Charles II become king of England?",
  },
];
