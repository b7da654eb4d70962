/** The process: reads its settings, wires the house together, opens the doors, and closes them in order. */
package io.rialto.gateway;
