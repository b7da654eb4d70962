/** Why things are as they are: a command, the events that it caused, the fills among them, and the money that moved for each. */
package io.rialto.gateway.explanation;
