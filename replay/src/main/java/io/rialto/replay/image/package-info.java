/**
 * A core as bytes: its whole object graph, written and made again. What the program itself is built of (listeners, empty
 * tables, constants) is not written but found in a new core, by its place in it.
 */
package io.rialto.replay.image;
