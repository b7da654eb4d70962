/** What every request passes before anybody reads it: whose name it was sent to, which page sent it, who forwarded it. */
package io.rialto.gateway.security;
