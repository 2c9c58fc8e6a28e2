import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";

export default function NotFound() {
  return (
    <main className="px-4 py-16">
      <EmptyState title="This is not here" action={<ButtonLink href="/teach">Back to your desk</ButtonLink>}>
        It may have been deleted, or it belongs to another teacher.
      </EmptyState>
    </main>
  );
}
