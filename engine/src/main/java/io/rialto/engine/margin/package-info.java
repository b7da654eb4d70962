/** Contracts settled in cash: what positions cost and realise, what they require, and whether equity covers it. */
package io.rialto.engine.margin;
