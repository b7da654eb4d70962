/** Firms: their credit, and trades that they give up to each other. */
package io.rialto.feeds.firms;
