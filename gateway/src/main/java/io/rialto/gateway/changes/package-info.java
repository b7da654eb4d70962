/** Dangerous administration takes two: what one administrator asks for, another one approves, and then it is done once. */
package io.rialto.gateway.changes;
