/** How people come in and stay in: log-in with its back-off, access tokens, refresh tokens, sessions. */
package io.rialto.gateway.sessions;
