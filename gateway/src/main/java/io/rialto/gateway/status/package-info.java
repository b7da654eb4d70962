/** How the process is: health, time, limits in force. */
package io.rialto.gateway.status;
