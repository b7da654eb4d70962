/** The journal's reader who also re-runs it: recovery for the venue, audit tools for everybody. */
package io.rialto.replay;
