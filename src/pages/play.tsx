import type { GetServerSideProps, InferGetServerSidePropsType } from "next";
import { PlayerApp } from "@/features/player/PlayerApp";

export const getServerSideProps = (async ({ query: { pin } }) => ({
  props: { pin: typeof pin === "string" && /^\d{6}$/.test(pin) ? pin : null },
})) satisfies GetServerSideProps;

/** The game on a phone. `?pin=` comes from the QR code. */
export default function PlayPage({ pin }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return <PlayerApp pin={pin ?? undefined} />;
}
