/** The desks of the venue's own people, wired together. */
package io.rialto.engine.control;
