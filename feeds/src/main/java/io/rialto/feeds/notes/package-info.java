/** What clearing did for and to each account: novations, settlements, fails, buy-ins, trades taken back. */
package io.rialto.feeds.notes;
