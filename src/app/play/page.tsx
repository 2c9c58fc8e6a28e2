import { PlayerApp } from "@/features/player/PlayerApp";

export default async function PlayPage({
  searchParams,
}: {
  searchParams: Promise<{ pin?: string | string[] }>;
}) {
  const { pin } = await searchParams;
  return <PlayerApp pin={typeof pin === "string" && /^\d{6}$/.test(pin) ? pin : undefined} />;
}
