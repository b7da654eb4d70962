/**
 * The venue as it stood at any frame of its history, made by running history again in cores that decide nothing any more.
 */
package io.rialto.replay.past;
