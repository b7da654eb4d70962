/** Finding entries by what they hold: one primitive table under accounts' balances, transfers, requests and client ids. */
package io.rialto.engine.lookup;
