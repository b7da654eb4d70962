/** Whose money is where: balances by double entry, and money in and out of the venue. */
package io.rialto.engine.ledger;
