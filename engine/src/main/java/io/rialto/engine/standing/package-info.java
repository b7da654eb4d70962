/** What accounts may do: everything, only reduce, or nothing. */
package io.rialto.engine.standing;
