/** Fee schedules over HTTP: what administrators set, and what an account pays. */
package io.rialto.gateway.fees;
