import { ask } from "../api/request";
import { because, type Change, type Fact, proposed, sendBecause } from "../control/act";
import { dayAndClock } from "../decimal/moments";
import { linesOf, type Proposal, whatOf } from "./standing";

export type { Proposal } from "./standing";

const API = "/api/v1";

function factsOf(change: Change): () => Promise<readonly Fact[]> {
  return () => Promise.resolve([
    { what: "Asked by", value: `${change.askedBy}, ${dayAndClock(change.askedAt)}` },
    { what: "Would send", value: `${change.method} ${change.path}`, isGrave: true },
    ...linesOf(change.body),
  ]);
}

export function approve(change: Change, after: () => unknown): void {
  proposed.value = {
    title: `Approve change ${change.id}`, word: change.id, after, impact: factsOf(change),
    words: "Who asked for it may then send it once, to the letter, until its time is over.",
    send: (reason) => sendBecause(reason, `/admin/changes/${change.id}/approve`),
  };
}

export function refuse(change: Change, after: () => unknown): void {
  proposed.value = {
    title: `Refuse change ${change.id}`, word: change.id, after, impact: factsOf(change), words: "It passes never; it may be asked for anew.",
    send: (reason) => sendBecause(reason, `/admin/changes/${change.id}/refuse`),
  };
}

/** What another approved is done by sending it once more, to the letter. */
export function sendAgain(change: Change, after: () => unknown): void {
  proposed.value = {
    title: `Send change ${change.id} now`, word: change.id, after, impact: factsOf(change),
    words: `Approved by ${change.decidedBy ?? "another administrator"}. It is done at once, and once.`,
    send: async (reason) => (await ask(change.method, change.path.slice(API.length), { ...(change.body ? { text: change.body } : {}), headers: because(reason) })).body,
  };
}

function proposedFacts(proposal: Proposal): () => Promise<readonly Fact[]> {
  return () => Promise.resolve([{ what: "Proposed by", value: `${proposal.proposedBy}, ${dayAndClock(proposal.proposedAt)}` }, { what: "It would do", value: whatOf(proposal), isGrave: true }]);
}

export function approveProposal(proposal: Proposal, after: () => unknown): void {
  proposed.value = {
    title: `Approve proposal ${proposal.id}`, word: proposal.id, after, impact: proposedFacts(proposal), words: "It is done by this, at once.",
    send: (reason) => sendBecause(reason, `/admin/proposals/${proposal.id}/approve`),
  };
}

export function withdraw(proposal: Proposal, after: () => unknown): void {
  proposed.value = {
    title: `Withdraw proposal ${proposal.id}`, word: proposal.id, after, impact: proposedFacts(proposal), words: "It is not done, and cannot be approved any more.",
    send: (reason) => sendBecause(reason, `/admin/proposals/${proposal.id}/withdraw`),
  };
}
