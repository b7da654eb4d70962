/** A venue that is alive: participants whose decisions a seed makes trade with each other over its public interface. */
package io.rialto.bench.demo;
