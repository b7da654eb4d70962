/** Rows of tables: how they go in, and how an order becomes one and comes back. */
package io.rialto.feeds.rows;
