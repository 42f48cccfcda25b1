import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';

const GRACE_MS = 5000;

/** Requests that are being answered, so that a stopping server can wait for them. */
class InProgress {
  private readonly requests = new Set<object>();
  private idle: (() => void) | undefined;

  begin(request: object): void {
    this.requests.add(request);
  }

  end(request: object): void {
    this.requests.delete(request);
    if (this.requests.size === 0) this.idle?.();
  }

  /** Resolves when every request has been answered, or the time is up. */
  async settled(most: number): Promise<void> {
    if (this.requests.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, most);
      this.idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const CASE = /^\/api\/v1\/cases\/:id/;

/** What there is to do when the server stops: at once, and when everybody who asked has been answered. */
export interface Stopping {
  stopping: () => void;
  answered: () => Promise<void>;
}

/**
 * Watches every request: one line in the log when it is answered, with the pattern of the address and never its query,
 * body or answer. When the server stops, requests in progress are answered before the connections end.
 */
export function watchRequests(app: NestFastifyApplication, log: Logger, { stopping, answered }: Stopping): void {
  const server = app.getHttpAdapter().getInstance();
  const inProgress = new InProgress();
  server.addHook('onRequest', async (request, reply) => {
    inProgress.begin(request.raw);
    reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });
  server.addHook('onResponse', async (request, reply) => {
    inProgress.end(request.raw);
    const route = request.routeOptions.url ?? '-';
    const id = CASE.test(route) ? (request.params as { id?: string }).id : undefined;
    log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(id && { case: id }),
      },
      'request',
    );
  });
  server.addHook('preClose', async () => {
    stopping();
    await inProgress.settled(GRACE_MS);
    await answered();
  });
}
