// What browsers are told about every answer: whose scripts may run (ours, from files), who may frame us (nobody).
// A file that somebody handed in runs nothing at all, wherever it is opened.
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { isFileAddress } from './file-routes.ts'
import { type Standing, originOf } from './origin.ts'

const self = ["'self'"]
const nothing = ["'none'"]

const pages = {
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
}
const files = {
  defaultSrc: nothing,
  sandbox: [],
  frameAncestors: nothing,
  baseUri: nothing,
  formAction: nothing,
}

const headers = (https: boolean, contentSecurityPolicy: typeof pages | typeof files) =>
  secureHeaders({
    contentSecurityPolicy,
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

/** One set for plain http, one for https, which also promises to stay there; each for pages and for files. */
export function securityHeaders(standing: Standing) {
  const sets = (policy: typeof pages | typeof files) => ({
    plain: headers(false, policy),
    secure: headers(true, policy),
  })
  const [ofPages, ofFiles] = [sets(pages), sets(files)]
  return createMiddleware((c, next) => {
    const { plain, secure } = isFileAddress(c.req.path) ? ofFiles : ofPages
    return (originOf(c, standing).startsWith('https:') ? secure : plain)(c, next)
  })
}
