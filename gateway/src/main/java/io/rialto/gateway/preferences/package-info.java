/** How readers want to be told: by which outlet, from which priority on, and when not. */
package io.rialto.gateway.preferences;
