/** Orders that wait outside of the book for an auction: without a limit, or before their call begins. */
package io.rialto.engine.waiting;
