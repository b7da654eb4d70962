/** Benches and players: one command a class, in the package of what it measures or plays. */
package io.rialto.bench;
