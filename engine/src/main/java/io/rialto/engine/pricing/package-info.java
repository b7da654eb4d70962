/** What lots are worth at a price and what fee is due on it: exact whole numbers, rounded by rule, never wrapped. */
package io.rialto.engine.pricing;
