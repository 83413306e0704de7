/** The paper on the Kuzushiji datasets, and the attribution that their licence asks for. */
export const KUZUSHIJI_CITATION =
  'Tarin Clanuwat, Mikel Bober-Irizar, Asanobu Kitamoto, Alex Lamb, Kazuaki Yamamoto, David Ha (2018): Deep Learning for Classical Japanese Literature. arXiv:1812.01718. "KMNIST Dataset" (created by CODH), adapted from "Kuzushiji Dataset" (created by NIJL and others), doi:10.20676/00000341';
