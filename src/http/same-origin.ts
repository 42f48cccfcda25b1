import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { NotAllowed } from '../auth/viewer.js';
import { isLoopback } from '../config.js';
import type { Incoming } from './exchange.js';

/**
 * There is no login, so a page on another site must not be able to make a visitor's browser write here, nor read by
 * letting its own name point at this machine. The name asked for must be the machine's own, and who asks from a browser
 * must be one of our pages.
 */
export class SameOrigin implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<Incoming>();
    const host = String(headers.host ?? '');
    if (!isLoopback(nameOf(host))) throw new NotAllowed('The request names another host.');
    const { origin } = headers;
    if (origin !== undefined && origin !== `http://${host}`)
      throw new NotAllowed('The request comes from another site.');
    return true;
  }
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
