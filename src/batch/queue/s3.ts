/**
 * A bucket as the store of a distributed build. Region, endpoint and credentials come from the standard variables
 * and files of the AWS SDK (AWS_REGION, AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID …); they are in no job.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { CommandError } from '../errors.ts';
import type { Store } from './store.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

async function sdk(): Promise<Sdk> {
  try {
    return await import('@aws-sdk/client-s3');
  } catch {
    throw new CommandError(
      2,
      'A store in a bucket needs the package @aws-sdk/client-s3, which is not installed.',
      'Install it beside Chancery: npm install @aws-sdk/client-s3',
    );
  }
}

export async function bucket(address: string): Promise<Store> {
  const [, name = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(address) ?? [];
  if (name === '') throw new CommandError(2, `"${address}" names no bucket.`, 'Write s3://BUCKET/PREFIX.');
  const { S3Client, GetObjectCommand, HeadObjectCommand, PutObjectCommand, DeleteObjectCommand } =
    await sdk();
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
  // Servers other than Amazon's seldom have a host name for each bucket.
  const client: S3Client = new S3Client({ forcePathStyle: endpoint !== undefined });
  const at = (key: string) => ({ Bucket: name, Key: prefix === '' ? key : `${prefix}/${key}` });
  const told = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (isMissing(error)) throw error;
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new CommandError(
        3,
        `The store ${address} cannot be ${what} (${reason}).`,
        'Check bucket, endpoint and credentials.',
      );
    }
  };
  const orNothing = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    name: address,
    has: async (key) =>
      (await orNothing(told('read', () => client.send(new HeadObjectCommand(at(key)))))) !== undefined,
    get: async (key) => {
      const found = await orNothing(told('read', () => client.send(new GetObjectCommand(at(key)))));
      return found?.Body?.transformToByteArray();
    },
    put: async (key, bytes) => {
      await told('written', () => client.send(new PutObjectCommand({ ...at(key), Body: bytes })));
    },
    remove: async (key) => {
      await told('written', () => client.send(new DeleteObjectCommand(at(key))));
    },
  };
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return (
    name === 'NoSuchKey' ||
    name === 'NotFound' ||
    ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket')
  );
}
