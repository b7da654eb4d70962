/** What the venue refused, in its own words (RFC 9457), or why it could not be asked. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly field?: string;
  readonly sequence?: number;
  readonly retryAfterMillis?: number;
  readonly correlationId?: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly sequence: number | null;
  readonly retryAfterMillis: number;
  readonly correlationId: string | null;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.status = body.status;
    this.code = body.code;
    this.field = body.field ?? null;
    this.sequence = body.sequence ?? null;
    this.retryAfterMillis = body.retryAfterMillis ?? 0;
    this.correlationId = body.correlationId ?? null;
  }

  /** Nobody answered: what was asked for may or may not have been done. */
  static unreachable(): Problem {
    return new Problem({ status: 0, code: "UNREACHABLE", title: "The venue does not answer." });
  }

  /** It is not known whether it was done: the same request under the same key tells. */
  get isOpen(): boolean {
    return this.code === "UNREACHABLE" || this.code === "UNKNOWN_OUTCOME";
  }
}

/** Whatever was thrown, as a problem. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const words = thrown instanceof Error ? thrown.message : "Something went wrong on this page.";
  return new Problem({ status: 0, code: "PAGE_FAULT", title: words });
}

export async function problemIn(response: Response): Promise<Problem> {
  const plain = { status: response.status, code: `HTTP_${response.status}`, title: response.statusText || "Refused" };
  try {
    const body: unknown = await response.json();
    if (typeof body !== "object" || body === null) return new Problem(plain);
    return new Problem({ ...plain, ...(body as Partial<ProblemBody>) });
  } catch {
    return new Problem(plain);
  }
}
