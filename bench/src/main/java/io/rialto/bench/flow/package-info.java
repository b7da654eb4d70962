/** The seeded order flows A, B and C that every contender of the book bench plays, with their known answers. */
package io.rialto.bench.flow;
