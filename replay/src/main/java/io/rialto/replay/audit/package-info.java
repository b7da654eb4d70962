/** The audit tools: each a command that reads a journal, re-runs it where needed, and says what it found. */
package io.rialto.replay.audit;
