/** A mail server that keeps what it is given, or turns it away, on 127.0.0.1. */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface MailServer {
  url: string;
  received: string[];
  /** Everything it is asked to take from now on is refused with this answer; undefined: taken. */
  refuse(answer: string | undefined): void;
  stop(): Promise<void>;
}

/** `told` is called before the sender has its answer. */
export async function startMailServer(told: (received: number) => void = () => undefined): Promise<MailServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  let refusal: string | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(
      socket,
      () => refusal,
      (message) => told(received.push(message)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuse: (answer) => void (refusal = answer),
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const END_OF_MESSAGE = '\r\n.\r\n';

function talk(socket: Socket, refusal: () => string | undefined, take: (message: string) => void): void {
  let unread = '';
  let message: string | undefined;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  const obey = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT' && refusal()) return say(refusal() ?? '');
    if (verb === 'DATA') message = '';
    if (verb === 'DATA') return say('354 go on');
    if (verb === 'QUIT') return void socket.end('221 goodbye\r\n');
    return say('250 ok');
  };
  say('220 test');
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    unread += chunk;
    for (;;) {
      const end = message === undefined ? '\r\n' : END_OF_MESSAGE;
      const at = unread.indexOf(end);
      if (at < 0) return;
      const part = unread.slice(0, at);
      unread = unread.slice(at + end.length);
      if (message === undefined) obey(part);
      else {
        take(part);
        message = undefined;
        say('250 taken');
      }
    }
  });
}
