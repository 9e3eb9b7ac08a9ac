/** The most that a learner can write about a problem, in characters. */
export const MAX_PROBLEM = 500;

export function ProblemCount({ used }: { used: number }) {
  return (
    <>
      {used} of {MAX_PROBLEM} characters
    </>
  );
}
