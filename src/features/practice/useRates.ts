import { useEffect, useState } from "react";

const KEY = "deckdash.practice-rates";

/** Whether this browser's owner wants to be asked how well they knew an answer: yes, until they say no. */
export function useRates(): [boolean, (rates: boolean) => void] {
  const [rates, setRates] = useState(true);
  useEffect(() => {
    try {
      setRates(window.localStorage.getItem(KEY) !== "no");
    } catch {
      // Without storage it is asked every time.
    }
  }, []);
  return [
    rates,
    (wanted) => {
      setRates(wanted);
      try {
        window.localStorage.setItem(KEY, wanted ? "yes" : "no");
      } catch {
        // It holds until the page is left.
      }
    },
  ];
}
