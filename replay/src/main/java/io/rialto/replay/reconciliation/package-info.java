/** Core, ledger and an outsider's file, held against each other: where they part, and since when. */
package io.rialto.replay.reconciliation;
