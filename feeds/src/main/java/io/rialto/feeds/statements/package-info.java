/** Every movement of money, kept in its order, and the statements that follow: opening, what moved, closing. */
package io.rialto.feeds.statements;
