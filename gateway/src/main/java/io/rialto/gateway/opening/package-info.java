/** What a venue has on its first day, before anybody has said what it is to trade. */
package io.rialto.gateway.opening;
