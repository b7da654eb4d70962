/** What falls due by itself, in the order in which it does. */
package io.rialto.engine.agenda;
