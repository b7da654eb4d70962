/** Owners who are gone: lost connections and dead man's switches. */
package io.rialto.engine.absence;
