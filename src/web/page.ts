/** What every page is sent as: HTML that may fetch nothing but our own stylesheet and is kept by nobody. */
import { applyDecorators, Header } from '@nestjs/common';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of every page, also of those that tell of a fault. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Sends what the method returns as a page. */
export const Page = (): MethodDecorator =>
  applyDecorators(...Object.entries(pageHeaders).map(([name, value]) => Header(name, value)));

/** A whole page as text. */
export const render = (view: VNode): string => `<!doctype html>${renderToString(view)}`;
