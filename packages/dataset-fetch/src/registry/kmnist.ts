import type { DatasetDefinition } from './dataset-definition.ts';
import { KUZUSHIJI_CITATION } from './kuzushiji-citation.ts';
import { mnistFiles } from './mnist-files.ts';

/**
 * Unverified on the real network: digests (from torchvision and torchvision-ruby) and that the host answers. They are
 * those of the release of 5 February 2019; older copies hold other bytes.
 *
 * @see https://github.com/rois-codh/kmnist
 */
export const kmnist: DatasetDefinition = {
  name: 'kmnist',
  title: 'Kuzushiji-MNIST',
  licence: 'CC BY-SA 4.0',
  citation: KUZUSHIJI_CITATION,
  homepage: 'https://github.com/rois-codh/kmnist',
  classNames: ['o', 'ki', 'su', 'tsu', 'na', 'ha', 'ma', 'ya', 're', 'wo'],
  files: mnistFiles({
    trainImages: {
      packings: [
        {
          publisher: 'CODH',
          md5: 'bdb82020997e1d708af4cf47b453dcf7',
          sha256: '51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4',
        },
      ],
    },
    trainLabels: {
      packings: [
        {
          publisher: 'CODH',
          md5: 'e144d726b3acfaa3e44228e80efcd344',
          sha256: 'e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17',
        },
      ],
    },
    testImages: {
      packings: [
        {
          publisher: 'CODH',
          md5: '5c965bf0a639b31b8f53240b1b52f4d7',
          sha256: 'edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5',
        },
      ],
    },
    testLabels: {
      packings: [
        {
          publisher: 'CODH',
          md5: '7320c461ea6c1c855c0b718fb2a4b134',
          sha256: '20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c',
        },
      ],
    },
  }),
  sources: [{ kind: 'https', baseUrl: 'https://codh.rois.ac.jp/kmnist/dataset/kmnist/' }],
};
