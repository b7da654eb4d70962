/** Contracts over HTTP: what positions pay each other, how they end, and the insurance fund. */
package io.rialto.gateway.contracts;
