/** The queue: BullMQ on Redis or Valkey, loaded only where one is asked for. */
import { connect } from 'node:net';
import type { ConnectionOptions } from 'bullmq';
import { CommandError, isErrno, reasonOf } from '../errors.ts';

export const queueName = 'chancery';

/** What is in a job: names of parcels, and who may work on them. Nothing secret, nothing large. */
export interface Order {
  /** Checksum of the chunk. */
  readonly chunk: string;
  /** Checksum of the kit of the project. */
  readonly project: string;
  readonly documents: number;
  readonly version: string;
  /** Of the planner's program: only the same one gives the same bytes. */
  readonly fingerprint: string;
}

export async function loadQueue(): Promise<typeof import('bullmq')> {
  try {
    return await import('bullmq');
  } catch {
    throw new CommandError(
      2,
      'A build over a queue needs the package bullmq, which is not installed.',
      'Install it beside Chancery: npm install bullmq',
    );
  }
}

/** Throws `CommandError` 2 for an address that is none. */
export function connectionTo(address: string): ConnectionOptions {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['redis:', 'rediss:'].includes(url.protocol)) {
    throw new CommandError(
      2,
      'The queue is no address of Redis.',
      'Write redis://HOST:6379, or rediss:// with TLS.',
    );
  }
  const password = url.password === '' ? process.env.REDIS_PASSWORD : decodeURIComponent(url.password);
  const database = url.pathname.replace(/^\//, '');
  return {
    host: url.hostname || '127.0.0.1',
    port: url.port === '' ? 6379 : Number(url.port),
    ...(url.username !== '' && { username: decodeURIComponent(url.username) }),
    ...(password !== undefined && password !== '' && { password }),
    ...(database !== '' && { db: Number(database) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
    // Whoever works waits until the queue is there again.
    maxRetriesPerRequest: null,
  };
}

/** The address without its password, for people. */
export function shownAddress(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@');
}

/**
 * Throws `CommandError` 3 when nobody answers. Asked once, before the work begins: from then on, whoever works
 * waits until the queue is there again.
 */
export async function mustAnswer(address: string, seconds = 10): Promise<void> {
  const { host = '', port = 0 } = connectionTo(address) as { readonly host?: string; readonly port?: number };
  const socket = connect({ host, port });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.setTimeout(seconds * 1000, () => reject(new Error('it does not answer')));
      socket.once('error', reject);
      socket.once('connect', resolve);
    });
  } catch (error) {
    const reason = isErrno(error) && error.code === 'ECONNREFUSED' ? 'nobody listens there' : reasonOf(error);
    const message = `The queue ${shownAddress(address)} cannot be reached: ${reason}.`;
    throw new CommandError(3, message, 'Start Redis or Valkey there, or check address and firewall.');
  } finally {
    socket.destroy();
  }
}

/** What ends when the queue is ready; throws `CommandError` 3 when it will not have us. */
export async function reached(ready: Promise<unknown>, address: string, seconds = 20): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const refused = (reason: string): CommandError =>
    new CommandError(
      3,
      `The queue ${shownAddress(address)} cannot be used: ${reason}.`,
      'Check user and password.',
    );
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refused('it is not ready in time')), seconds * 1000);
  });
  try {
    await Promise.race([ready, late]);
  } catch (error) {
    throw error instanceof CommandError ? error : refused(reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}
