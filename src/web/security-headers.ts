// What browsers are told about every answer: whose scripts may run (ours, from files), who may frame us (nobody).
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { type Standing, originOf } from './origin.ts'

const self = ["'self'"]
const nothing = ["'none'"]

const headers = (https: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: nothing,
      scriptSrc: self,
      styleSrc: self,
      fontSrc: self,
      imgSrc: self,
      connectSrc: self,
      manifestSrc: self,
      formAction: self,
      baseUri: nothing,
      objectSrc: nothing,
      frameAncestors: nothing,
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: nothing,
    },
    permissionsPolicy: Object.fromEntries(
      ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'serial', 'hid'].map(
        (feature) => [feature, []],
      ),
    ),
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    // Beware: with `no-referrer` browsers send `Origin: null` with our own forms, and they would be refused.
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    // Headers of browsers long gone.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })

/** One set for plain http, one for https, which also promises to stay there. */
export function securityHeaders(standing: Standing) {
  const [plain, secure] = [headers(false), headers(true)]
  return createMiddleware((c, next) => (originOf(c, standing).startsWith('https:') ? secure : plain)(c, next))
}
